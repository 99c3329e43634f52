// The planted tastes: what each archetype is drawn to (positive) and shuns (negative), in arbitrary equal units.

export interface Taste {
  readonly name: string;
  /** By slug; a film with several genres has their sum, divided by the square root of their number. */
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

const list = (names: string) => names.split(", ");

export const tastes: readonly Taste[] = [
  {
    name: "night terrors",
    genres: { horror: 2.2, thriller: 0.7, mystery: 0.4, romance: -1.2, musical: -1, children: -0.8, comedy: -0.3 },
    themes: list(
      "monsters, vampires, zombies, occult, serial killer, ghosts, haunted house, demons, body horror, curse, paranoia",
    ),
    directors: list("John Carpenter, Dario Argento, George A. Romero, James Whale, Sam Raimi, David Cronenberg"),
  },
  {
    name: "romantics",
    genres: { romance: 1.8, comedy: 0.4, drama: 0.3, horror: -1.5, action: -0.6, war: -0.4, western: -0.3 },
    themes: list("true love, first love, lost love, doomed love, forbidden love, longing, breakup, marriage, jealousy"),
    directors: list("Wong Kar-wai, Richard Linklater, Nora Ephron, William Wyler, Ernst Lubitsch, Ang Lee"),
  },
  {
    name: "family evening",
    genres: { children: 1.6, animation: 1.2, fantasy: 0.5, adventure: 0.3, horror: -1.3, crime: -0.8, thriller: -0.5 },
    themes: list("magic, talking animals, fairy tale, toys, family, whimsy, courage, dogs, imagination, christmas"),
    directors: list("Hayao Miyazaki, John Lasseter, Pete Docter, Wolfgang Reitherman, Clyde Geronimi, Chris Columbus"),
    eras: [{ from: 1985, to: 2100, weight: 0.4 }],
  },
  {
    name: "spectacle",
    genres: { action: 1.6, superhero: 1, adventure: 1, "science-fiction": 0.6, drama: -0.5, romance: -0.4 },
    themes: list("chase, heist, lone hero, quest, good versus evil, swordplay, survival, disaster, treasure"),
    directors: list("Steven Spielberg, James Cameron, Christopher Nolan, George Miller, Peter Jackson, John McTiernan"),
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
    themes: list(
      "artificial intelligence, space travel, dystopia, time travel, robots, aliens, virtual reality, apocalypse, hackers",
    ),
    directors: list(
      "Ridley Scott, Andrei Tarkovsky, Stanley Kubrick, Katsuhiro Otomo, Denis Villeneuve, Terry Gilliam",
    ),
  },
  {
    name: "underworld",
    genres: { crime: 1.5, thriller: 0.9, "film-noir": 0.8, children: -1, musical: -1, fantasy: -0.6, animation: -0.5 },
    themes: list("gangsters, detective, heist, double cross, hitman, greed, police, mafia, undercover, con artists"),
    directors: list("Martin Scorsese, Joel Coen, Quentin Tarantino, Jean-Pierre Melville, Brian De Palma, John Woo"),
  },
  {
    name: "golden age",
    genres: { "film-noir": 0.7, comedy: 0.4, musical: 0.4, romance: 0.3, action: -0.3, "science-fiction": -0.3 },
    themes: list("showbusiness, high society, femme fatale, journalism, disguise, faded glory"),
    directors: list("Billy Wilder, Alfred Hitchcock, Frank Capra, Charlie Chaplin, Howard Hawks, George Cukor"),
    eras: [
      { from: 1900, to: 1959, weight: 1.8 },
      { from: 1960, to: 1969, weight: 0.6 },
      { from: 1990, to: 2100, weight: -0.6 },
    ],
  },
  {
    name: "world cinema",
    genres: { drama: 0.6, action: -0.5, children: -0.4, horror: -0.3 },
    themes: list("memory, loneliness, everyday life, poverty, childhood, rural life, aging, ritual, silence"),
    directors: list(
      "Akira Kurosawa, Ingmar Bergman, Federico Fellini, Abbas Kiarostami, Yasujirō Ozu, Satyajit Ray, Luis Buñuel",
    ),
    foreign: 1.8,
  },
  {
    name: "laughter",
    genres: { comedy: 2, satire: 0.5, drama: -0.4, war: -0.5, horror: -0.5, thriller: -0.5, "film-noir": -0.4 },
    themes: list("parody, absurdity, disguise, whimsy, friendship, mistaken identity, neighbors"),
    directors: list("Charlie Chaplin, Rob Reiner, Mel Brooks, Wes Anderson, John Landis, Jacques Tati, Blake Edwards"),
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
    themes: list("music, dance, showbusiness, opera"),
    directors: list("Robert Wise, Stanley Donen, Damien Chazelle, Bob Fosse, Vincente Minnelli, Jacques Demy"),
  },
  {
    name: "frontier and front",
    genres: { western: 1.7, war: 1.4, adventure: 0.5, action: 0.3, musical: -0.7, comedy: -0.4, animation: -0.4 },
    themes: list(
      "second world war, first world war, civil war, vietnam war, anti-war, outlaws, revenge, honor, samurai, war trauma",
    ),
    directors: list("Sergio Leone, John Ford, Clint Eastwood, David Lean, Don Siegel"),
  },
  {
    name: "human drama",
    genres: { drama: 1.4, crime: 0.3, "science-fiction": -0.5, horror: -0.6, comedy: -0.3, children: -0.3 },
    themes: list(
      "friendship, hope, coming of age, redemption, ambition, guilt, family, prison, grief, second chance, father and son",
    ),
    directors: list("Francis Ford Coppola, Jane Campion, Hirokazu Kore-eda, Barry Jenkins, Elia Kazan, Greta Gerwig"),
  },
  {
    name: "true lives",
    genres: { documentary: 2, biography: 1.2, history: 0.8, drama: 0.5, fantasy: -0.9, action: -0.5, horror: -0.5 },
    themes: list("injustice, trial, truth, racism, conscience, politics, journalism, slavery, holocaust, colonialism"),
    directors: list("Sidney Lumet, Errol Morris, Spike Lee, Miloš Forman, Michael Moore"),
  },
  {
    name: "puzzles",
    genres: { mystery: 1.8, thriller: 0.7, "film-noir": 0.4, children: -0.6, musical: -0.6, western: -0.4, war: -0.3 },
    themes: list(
      "unreliable narrator, nonlinear, memory, identity, obsession, dreams, doubles, time loop, voyeurism, deception",
    ),
    directors: list("Alfred Hitchcock, David Lynch, Christopher Nolan, Roman Polanski, David Fincher, Michael Haneke"),
  },
  {
    name: "rebels",
    genres: { teen: 0.8, crime: 0.5, satire: 0.5, drama: 0.4, history: -0.7, children: -0.6, musical: -0.3 },
    themes: list(
      "rebellion, outsider, alienation, road trip, gangs, addiction, runaway, art, experimental, high school",
    ),
    directors: list("Jean-Luc Godard, François Truffaut, Agnès Varda, Danny Boyle, Pedro Almodóvar, Spike Jonze"),
    eras: [
      { from: 1959, to: 1979, weight: 0.8 },
      { from: 1900, to: 1949, weight: -0.5 },
    ],
  },
  {
    name: "crowns and costumes",
    genres: { history: 1.8, biography: 0.5, adventure: 0.5, romance: 0.3, horror: -0.6, crime: -0.6, thriller: -0.5 },
    themes: list("royalty, class, medieval, legend, revolution, high society, faith, exile, forbidden love"),
    directors: list("Luchino Visconti, David Lean, Sergei Eisenstein, Sofia Coppola, Zhang Yimou"),
  },
];
