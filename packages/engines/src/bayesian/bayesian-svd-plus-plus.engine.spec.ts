import { describeEngineContract } from "../contract/engine-contract.suite.ts";
import { bayesianSvdPlusPlusEngine } from "./bayesian-svd-plus-plus.engine.ts";
import { withShortChains } from "./short-chains.fixtures.ts";

describeEngineContract(withShortChains(bayesianSvdPlusPlusEngine), { answer: "taste" });
