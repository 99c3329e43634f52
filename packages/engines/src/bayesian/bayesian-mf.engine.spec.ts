import { describeEngineContract } from "../contract/engine-contract.suite.ts";
import { bayesianMfEngine } from "./bayesian-mf.engine.ts";
import { withShortChains } from "./short-chains.fixtures.ts";

describeEngineContract(withShortChains(bayesianMfEngine), { answer: "taste" });
