// Progress of long steps: a bar in a terminal, plain lines elsewhere. A step under a second prints one line.
import { Presets, SingleBar } from "cli-progress";

const barAfterMilliseconds = 1_000;
const plainLineEveryMilliseconds = 5_000;

export type ReportShare = (share: number) => void;

interface Display {
  update(share: number): void;
  stop(): void;
}

function startBar(title: string): Display {
  const bar = new SingleBar({ format: `${title} {bar} {percentage} %`, hideCursor: true }, Presets.shades_classic);
  bar.start(100, 0);
  return { update: (share) => bar.update(Math.round(share * 100)), stop: () => bar.stop() };
}

function startLines(title: string): Display {
  let printedAt = Date.now();
  console.log(`${title} …`);
  return {
    update: (share) => {
      if (Date.now() - printedAt < plainLineEveryMilliseconds) return;
      printedAt = Date.now();
      console.log(`${title} … ${Math.round(share * 100)} %`);
    },
    stop: () => {},
  };
}

/** Runs one step and shows how far it is; `report` takes the share done, 0 to 1. */
export async function runStep<Result>(title: string, work: (report: ReportShare) => Promise<Result>): Promise<Result> {
  const startedAt = Date.now();
  let share = 0;
  let display: Display | undefined;
  const timer = setTimeout(() => {
    display = process.stdout.isTTY ? startBar(title) : startLines(title);
    display.update(share);
  }, barAfterMilliseconds);
  try {
    const result = await work((next) => {
      share = Math.min(1, Math.max(share, next));
      display?.update(share);
    });
    display?.update(1);
    return result;
  } finally {
    clearTimeout(timer);
    display?.stop();
    if (display) console.log(`${title}: ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  }
}
