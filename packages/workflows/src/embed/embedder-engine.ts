/** The registry's engine name of embedders; which one it is stands in the hyperparameters. */
export const embedderEngine = "text-embedding";
