// How each engine comes to a score, in two sentences for people who have never met one.
import type { EngineName } from "@matinee/engines";

export const engineTexts: Readonly<Record<EngineName, string>> = {
  "bayesian-average":
    "The mean of all ratings of the film, with a handful of average ratings added so that few ratings do not decide. The same list for everyone; predicted stars also take in how strict the viewer is.",
  "weighted-rating":
    "As the Bayesian average, with as many average ratings added as a film needs to be in the chart. The same for everyone.",
  trending: "The mean of recent ratings, the newest weighing most. The same for everyone.",
  "most-rated": "How many people rated the film. The same for everyone.",
  "item-knn":
    "Every rated film votes for films with the same audience: by how alike the audiences are, times the stars given. Stars are predicted from the rated films nearest to this one.",
  "user-knn":
    "Viewers of the training data with a similar history vote for what they watched. The closer a viewer, the more the vote weighs.",
  svd: "Film and viewer are points in a space of learned directions; close together means many stars. The viewer's point is found anew from the ratings, so that each adds its share.",
  "svd-plus-plus": "As SVD, and which films somebody chose to rate at all counts as a second sign of taste.",
  nmf: "As SVD, with directions that only add: a film is a sum of ingredients, and a viewer likes some of them.",
  ials: "Film and viewer are points in a space learned from who watched what, with stars as how sure that is. The score is near 1 for what the viewer would choose.",
  bpr: "Points in a space learned from pairs: a film that was watched has to come before one that was not.",
  "content-embedding":
    "Texts about films become directions; films whose text points the way of liked ones, and away from disliked ones, score high.",
  "content-attributes":
    "Films are compared by named things: words of the plot, people, genres, themes, years. Liked films pull towards what they have in common with this one, disliked ones push away.",
  ease: "A table tells how much each watched film speaks for each other one, found in one step from all ratings at once. The score is the sum over the rated films.",
  "user-ease": "As EASE, found from the viewers' side, without keeping viewers.",
  "ranking-stack":
    "Four engines that learn from audiences, each put on one scale for this viewer and weighted by what it was worth on ratings held back. What each rating adds is the sum over the four.",
  "rating-stack": "Three engines that predict stars, weighted by what they were worth on ratings held back.",
  "bayesian-mf":
    "As SVD, kept as many draws of what the directions might be rather than as one. The draws tell how sure a prediction is.",
  "bayesian-svd-plus-plus":
    "Many draws of what film and viewer might be, from stars, from who rated what, and from genres and years. The score is the stars that the viewer would give, plus a little for films that many know; the draws tell how sure that is.",
  rp3beta:
    "A walk from the viewer over rated films and their audiences to other films; films that everybody has seen are damped.",
  spectral: "What is left of the viewer's ratings when only the directions in which most ratings lie are kept.",
  "neural-mf":
    "A product of learned vectors and a small neural network. The viewer's vector is a sum over the ratings.",
};
