// The planted tastes: what each archetype is drawn to (positive) and shuns (negative), in arbitrary equal units.

export interface Taste {
  readonly name: string;
  readonly genres: Readonly<Record<string, number>>;
  /** Each theme of the film that is among these adds half a unit. */
  readonly themes: readonly string[];
  /** Each director of the film who is among these adds one unit. */
  readonly directors: readonly string[];
  /** Added where the year lies within. */
  readonly eras?: readonly { readonly from: number; readonly to: number; readonly weight: number }[];
  /** Added where the main language is not English. */
  readonly foreign?: number;
}

export const tastes: readonly Taste[] = [
  {
    name: "night terrors",
    genres: { horror: 2.2, thriller: 0.7, mystery: 0.4, romance: -1.2, musical: -1, children: -0.8, comedy: -0.3 },
    themes: ["monsters", "vampires", "zombies", "occult", "serial killer", "ghosts", "haunted house", "paranoia"],
    directors: ["John Carpenter", "Dario Argento", "George A. Romero", "James Whale"],
  },
  {
    name: "romantics",
    genres: { romance: 1.8, comedy: 0.4, drama: 0.3, horror: -1.5, action: -0.6, war: -0.4, western: -0.3 },
    themes: ["true love", "first love", "lost love", "doomed love", "forbidden love", "longing", "breakup", "marriage"],
    directors: ["Wong Kar-wai", "Richard Linklater", "Rob Reiner", "William Wyler"],
  },
  {
    name: "family evening",
    genres: { children: 1.6, animation: 1.2, fantasy: 0.5, adventure: 0.3, horror: -1.3, crime: -0.8, thriller: -0.5 },
    themes: ["magic", "talking animals", "fairy tale", "toys", "family", "whimsy", "courage"],
    directors: ["Andrew Stanton", "Hayao Miyazaki", "John Lasseter"],
    eras: [{ from: 1985, to: 2100, weight: 0.4 }],
  },
  {
    name: "spectacle",
    genres: { action: 1.6, adventure: 1, "science-fiction": 0.6, drama: -0.5, romance: -0.4, documentary: -1 },
    themes: ["chase", "heist", "lone hero", "quest", "good versus evil", "superhero", "martial arts", "survival"],
    directors: ["Steven Spielberg", "James Cameron", "Christopher Nolan", "George Miller"],
    eras: [
      { from: 1977, to: 2100, weight: 0.6 },
      { from: 1900, to: 1959, weight: -0.5 },
    ],
  },
  {
    name: "other worlds",
    genres: {
      "science-fiction": 2,
      fantasy: 0.6,
      mystery: 0.3,
      musical: -0.7,
      western: -0.6,
      romance: -0.3,
      war: -0.3,
    },
    themes: ["artificial intelligence", "space travel", "dystopia", "time travel", "robots", "identity", "aliens"],
    directors: ["Ridley Scott", "Andrei Tarkovsky", "Stanley Kubrick", "Katsuhiro Otomo"],
  },
  {
    name: "underworld",
    genres: { crime: 1.5, thriller: 0.9, "film-noir": 0.8, children: -1, musical: -1, fantasy: -0.6, animation: -0.5 },
    themes: ["gangsters", "detective", "heist", "double cross", "hitman", "greed", "police", "outlaws"],
    directors: ["Martin Scorsese", "Joel Coen", "Quentin Tarantino", "Jean-Pierre Melville"],
  },
  {
    name: "golden age",
    genres: { "film-noir": 0.7, comedy: 0.4, musical: 0.4, romance: 0.3, action: -0.3, "science-fiction": -0.3 },
    themes: ["showbusiness", "high society", "femme fatale", "journalism", "disguise"],
    directors: ["Billy Wilder", "Alfred Hitchcock", "Frank Capra", "Charlie Chaplin"],
    eras: [
      { from: 1900, to: 1959, weight: 1.8 },
      { from: 1960, to: 1969, weight: 0.6 },
      { from: 1990, to: 2100, weight: -0.6 },
    ],
  },
  {
    name: "world cinema",
    genres: { drama: 0.6, action: -0.5, children: -0.4, horror: -0.3 },
    themes: ["memory", "loneliness", "everyday life", "poverty", "childhood", "city life"],
    directors: ["Akira Kurosawa", "Ingmar Bergman", "Federico Fellini", "Abbas Kiarostami"],
    foreign: 1.8,
  },
  {
    name: "laughter",
    genres: { comedy: 2, drama: -0.4, war: -0.5, horror: -0.5, thriller: -0.5, "film-noir": -0.4 },
    themes: ["satire", "parody", "absurdity", "disguise", "whimsy", "friendship"],
    directors: ["Charlie Chaplin", "Rob Reiner", "Mel Brooks", "Wes Anderson"],
  },
  {
    name: "song and dance",
    genres: {
      musical: 2.2,
      romance: 0.4,
      children: 0.2,
      horror: -0.7,
      crime: -0.5,
      war: -0.4,
      "science-fiction": -0.3,
    },
    themes: ["music", "dance", "showbusiness", "opera"],
    directors: ["Robert Wise", "Stanley Donen", "Damien Chazelle", "Bob Fosse"],
  },
  {
    name: "frontier and front",
    genres: { western: 1.7, war: 1.4, adventure: 0.5, action: 0.3, musical: -0.7, comedy: -0.4, animation: -0.4 },
    themes: ["second world war", "first world war", "civil war", "outlaws", "revenge", "honor", "samurai", "anti-war"],
    directors: ["Sergio Leone", "John Ford", "Clint Eastwood", "David Lean"],
  },
  {
    name: "human drama",
    genres: { drama: 1.4, crime: 0.3, "science-fiction": -0.5, horror: -0.6, comedy: -0.3, children: -0.3 },
    themes: ["friendship", "hope", "coming of age", "redemption", "ambition", "loyalty", "guilt", "family", "prison"],
    directors: ["Francis Ford Coppola", "Jane Campion", "Hirokazu Kore-eda", "Barry Jenkins"],
  },
  {
    name: "true lives",
    genres: { documentary: 2, drama: 0.7, fantasy: -0.9, action: -0.5, horror: -0.5, "science-fiction": -0.4 },
    themes: ["biography", "injustice", "trial", "poverty", "truth", "racism", "conscience", "politics"],
    directors: ["Sidney Lumet", "Errol Morris", "Spike Lee"],
  },
  {
    name: "puzzles",
    genres: { mystery: 1.8, thriller: 0.7, "film-noir": 0.4, children: -0.6, musical: -0.6, western: -0.4, war: -0.3 },
    themes: ["unreliable narrator", "nonlinear", "memory", "identity", "obsession", "dreams", "doubles", "time loop"],
    directors: ["Alfred Hitchcock", "David Lynch", "Christopher Nolan"],
  },
];
