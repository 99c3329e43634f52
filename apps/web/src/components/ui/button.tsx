import { cva, type VariantProps } from "class-variance-authority";
import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";

const buttonStyle = cva(
  "inline-flex min-h-11 items-center justify-center gap-2 rounded-card font-medium motion-safe:transition-colors motion-safe:duration-150 disabled:opacity-50 disabled:pointer-events-none",
  {
    variants: {
      kind: {
        solid: "bg-ink text-paper px-5 hover:bg-quiet",
        outline: "border border-outline px-5 hover:border-ink hover:bg-raised",
        quiet: "text-quiet px-2 underline hover:text-ink",
        icon: "size-11 text-ink hover:bg-raised",
      },
    },
    defaultVariants: { kind: "solid" },
  },
);

type ButtonProps = ComponentProps<"button"> & VariantProps<typeof buttonStyle> & { readonly asChild?: boolean };

/** A button; with `asChild` its look on the element inside, for example a link. */
export function Button({ kind, asChild = false, className, ...rest }: ButtonProps) {
  const style = classNames(buttonStyle({ kind }), className);
  return asChild ? <Slot.Root className={style} {...rest} /> : <button type="button" className={style} {...rest} />;
}
