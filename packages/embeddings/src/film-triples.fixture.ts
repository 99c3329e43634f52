/** A sentence about a film, one about a film of the same kind in other words, and one about something else in cinema. */
export const filmTriples: readonly (readonly [anchor: string, related: string, other: string])[] = [
  [
    "A crew of astronauts travels through a wormhole to find a new planet for mankind.",
    "Explorers in a spaceship look for a habitable world among distant stars.",
    "Two teenagers fall in love during a summer at the beach.",
  ],
  [
    "A retired gunfighter takes one last job to avenge a woman in a frontier town.",
    "An aging cowboy rides out to hunt the outlaws who wronged a settler.",
    "A toymaker's puppets come alive in his workshop at night.",
  ],
  [
    "A young wizard learns magic at a boarding school.",
    "A boy discovers he has spells and enchantment in his blood and studies sorcery.",
    "A lawyer defends an innocent man accused of murder.",
  ],
  [
    "Thieves plan to rob the vault of a casino.",
    "A gang prepares a bank heist that will make them millionaires.",
    "A nun questions her faith in a remote convent.",
  ],
  [
    "A family is haunted by ghosts in their new house.",
    "Spirits of the dead torment a couple in an old mansion.",
    "A boxer trains for the heavyweight championship.",
  ],
  [
    "Soldiers land on a beach in Normandy and fight their way inland.",
    "A platoon struggles to survive the battles of the Second World War.",
    "A chef opens a small restaurant with his daughter.",
  ],
  [
    "A shark terrorizes swimmers at a seaside resort.",
    "A giant crocodile attacks tourists on a river.",
    "A pianist prepares for a competition in Vienna.",
  ],
  [
    "A detective hunts a serial killer who leaves riddles for the police.",
    "An inspector investigates a string of gruesome murders.",
    "A farmer raises a pig who wants to herd sheep.",
  ],
  [
    "The dead rise from their graves and eat the living.",
    "Survivors barricade themselves in a mall against a horde of zombies.",
    "An heiress marries a penniless poet against her father's will.",
  ],
  [
    "A coach turns a losing basketball team into champions.",
    "Underdog football players win the big game of the season.",
    "Vampires rule the night in an old Romanian castle.",
  ],
  [
    "A secret agent must stop a terrorist with a nuclear bomb.",
    "A British spy chases a villain who stole atomic missiles.",
    "A widow plants a garden and makes friends with her neighbors.",
  ],
  [
    "A robot develops feelings and wonders whether it is alive.",
    "An android with artificial intelligence wants to become human.",
    "A shepherd walks his flock across the mountains of Anatolia.",
  ],
  [
    "Two strangers meet on a train and spend a romantic night in Vienna.",
    "A man and a woman fall in love while wandering through Paris.",
    "A submarine crew hides from destroyers in the Atlantic.",
  ],
  [
    "A mafia boss hands the family's crime empire over to his son.",
    "Gangsters fight for control of the underworld in New York.",
    "Penguins march across the ice to their breeding grounds.",
  ],
  [
    "A singer rises from poverty to fame and drowns in drugs.",
    "The life of a rock musician, from the first band to stardom and addiction.",
    "A medieval knight plays chess with Death.",
  ],
  [
    "A dinosaur park's fences fail and its visitors are hunted.",
    "Scientists bring prehistoric reptiles back to life on an island.",
    "A journalist exposes corruption in the senate.",
  ],
  [
    "A clownfish crosses the ocean to find his lost son.",
    "Animated sea animals go on an adventure under water.",
    "A jury argues over the verdict of a murder trial.",
  ],
  [
    "A princess is cursed to sleep until a prince kisses her.",
    "A fairy tale about a queen, an evil witch and an enchanted castle.",
    "A stock broker cheats investors on Wall Street.",
  ],
  [
    "A documentary about melting glaciers and climate change.",
    "The film shows how global warming threatens the polar ice.",
    "A stand-up comedian dates his best friend's sister.",
  ],
  [
    "High school students try to lose their virginity before graduation.",
    "A raunchy comedy about teenage boys at a college party.",
    "A samurai protects a village from bandits.",
  ],
];
