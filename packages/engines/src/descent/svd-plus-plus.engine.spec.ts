import { describeEngineContract } from "../contract/engine-contract.suite.ts";
import { svdPlusPlusEngine } from "./svd-plus-plus.engine.ts";

describeEngineContract(svdPlusPlusEngine, { answer: "taste" });
