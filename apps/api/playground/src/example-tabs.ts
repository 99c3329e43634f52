// The tabs a newcomer sees first: one for each thing the API is for.

interface ExampleTab {
  query: string;
  variables?: string;
  headers?: string;
}

const search = `# Finds by the words and by the meaning of the text.
query Search {
  search(query: "toys that come to life", first: 5) {
    totalCount
    edges { score matchedBy node { id title year } }
  }
}
`;

const rate = `# Ratings need an owner: run SignInAnonymously once, then rate. The browser keeps the session as a cookie.
mutation SignInAnonymously {
  signInAnonymously { token viewer { id } userErrors { code message } }
}

query WellKnown {
  onboardingMovies(era: ANY, limit: 10) { id title year }
}

mutation Rate($movieId: ID!, $stars: Float!) {
  rateMovie(input: { movieId: $movieId, stars: $stars }) {
    rating { stars movie { title averageRating ratingCount } }
    viewer { ratingCount }
    userErrors { code message path }
  }
}
`;

const recommendations = `# Personal from the first ratings on; without a session it answers what is good for anyone.
query Recommendations {
  viewer {
    ratingCount
    recommendations(strategy: AUTO, first: 10) {
      strategyUsed
      routedBecause
      models { engine version }
      edges {
        node {
          rank
          score
          movie { id title year }
          prediction { stars interval { low high level } }
          explanation { text because { movie { title } stars contribution } }
        }
      }
    }
  }
}
`;

const trending = `query Trending {
  trending(window: YEAR, first: 10) {
    asOf
    windowUsed
    edges { rank score interval { low high } node { id title year ratingCount } }
  }
}
`;

const movie = `query Movie {
  movie(by: { slug: "toy-story-1995" }) {
    id
    title
    overview
    genres { slug name }
    averageRating
    ratingHistogram { stars count }
    poster { url source }
    similar(by: BLEND, limit: 6) { score reason movie { id title year } }
  }
}
`;

const live = `# The current state first, then each change. Open the site in another window to see it move.
subscription VisitorStats {
  visitorStats { totalVisits uniqueVisitors activeVisitors pages(limit: 5) { path active } at }
}
`;

export const exampleTabs: ExampleTab[] = [
  { query: recommendations },
  { query: rate, variables: JSON.stringify({ movieId: "", stars: 4.5 }, null, 2) },
  { query: search },
  { query: movie },
  { query: trending },
  { query: live },
];
