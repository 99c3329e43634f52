import { describe, expect, it } from "vitest";
import { expectedCalibrationError } from "./calibration-error.ts";

describe("expectedCalibrationError", () => {
  it("is nothing where each bin is right as often as it says", () => {
    expect(expectedCalibrationError([0.75, 0.75, 0.75, 0.75], [true, true, true, false])).toBeCloseTo(0);
    expect(expectedCalibrationError([0.25, 0.25, 0.25, 0.25], [false, false, false, true])).toBeCloseTo(0);
  });

  it("weighs each bin's distance by its size", () => {
    // .9 four times, right twice: .4; certain once and right: 0.
    expect(expectedCalibrationError([0.9, 0.9, 0.9, 0.9, 1], [true, true, false, false, true])).toBeCloseTo(0.32);
  });

  it("does not let two bins make up for each other", () => {
    expect(expectedCalibrationError([0.6, 0.9], [true, false])).toBeCloseTo((0.4 + 0.9) / 2);
  });
});
