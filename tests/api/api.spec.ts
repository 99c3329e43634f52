// Everything the API promises, on each database, over one API started as users start it.
import { afterAll, beforeAll, describe, expect } from "vitest";
import { databases } from "../kit/databases.ts";
import { dataCases } from "./data.cases.ts";
import { identityCases } from "./identity.cases.ts";
import { liveCases } from "./live.cases.ts";
import { operationCases } from "./operations.cases.ts";
import { peopleCases } from "./people.cases.ts";
import { ratingCases } from "./ratings.cases.ts";
import { recommendationCases } from "./recommendations.cases.ts";
import { reviewCases } from "./reviews.cases.ts";
import { safetyCases } from "./safety.cases.ts";
import { searchCases } from "./search.cases.ts";
import { servingCases } from "./serving.cases.ts";
import { tasteCases } from "./taste.cases.ts";
import { startTestApi, type TestApi } from "./test-api.ts";

for (const testDatabase of databases) {
  const { name, skipReason } = testDatabase;
  describe.skipIf(skipReason !== undefined)(`API on ${name}`, () => {
    let api: TestApi;
    beforeAll(async () => {
      api = await startTestApi(testDatabase);
    });
    afterAll(async () => {
      expect(await api.close()).toBe(0);
    });
    const url = () => api.url;

    operationCases(url, () => api.countStatements());
    peopleCases(url, () => api.countStatements());
    dataCases(url);
    identityCases(url);
    ratingCases(url);
    reviewCases(url, () => api.countStatements());
    recommendationCases(url);
    tasteCases(url, () => api.countStatements());
    searchCases(url);
    liveCases(url);
    safetyCases(url);
    servingCases(url);
  });
}
