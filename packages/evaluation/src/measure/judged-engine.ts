// What can be judged: any engine, and what serves several of them together.
import type { AnyEngine, Model } from "@matinee/engines";

export type JudgedModel = Pick<Model, "recommends" | "predicts"> & { readonly engine: string };

export interface JudgedEngine extends Pick<AnyEngine, "capabilities" | "needs" | "hyperparameters"> {
  readonly name: string;
  fit(...parameters: Parameters<AnyEngine["fit"]>): JudgedModel;
}
