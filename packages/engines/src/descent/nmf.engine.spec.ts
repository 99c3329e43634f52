import { describeEngineContract } from "../contract/engine-contract.suite.ts";
import { nmfEngine } from "./nmf.engine.ts";

describeEngineContract(nmfEngine, { answer: "taste" });
