// What a document may look like, on HTTP and on sockets alike.
import {
  type ASTVisitor,
  GraphQLError,
  Kind,
  NoSchemaIntrospectionCustomRule,
  type SelectionNode,
  type SelectionSetNode,
  specifiedRules,
  type ValidationContext,
  type ValidationRule,
} from "graphql";

/** How many fields may be nested. The deepest operation of the contract has 9. */
const maximumDepth = 12;
/** How many fields a document may ask for once its fragments are written out. */
const maximumFields = 2_000;
/** How many tokens a document may have. */
export const maximumTokens = 4_000;

interface Extent {
  readonly depth: number;
  readonly fields: number;
}

/** Refuses documents that nest too deep or ask for too much; introspection does not count as nesting. */
export function extentRule(context: ValidationContext): ASTVisitor {
  // Each fragment is measured once: written out, a short document can be of any size.
  const measured = new Map<string, Extent>();

  const ofFragment = (name: string): Extent => {
    const known = measured.get(name);
    if (known) return known;
    // Stands in while the fragment is measured: one inside itself is another rule's to report.
    measured.set(name, { depth: 0, fields: 0 });
    const fragment = context.getFragment(name);
    const extent = fragment ? ofSelections(fragment.selectionSet) : { depth: 0, fields: 0 };
    measured.set(name, extent);
    return extent;
  };

  const ofSelection = (selection: SelectionNode): Extent => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
    if (selection.kind === Kind.INLINE_FRAGMENT) return ofSelections(selection.selectionSet);
    const inner = selection.selectionSet ? ofSelections(selection.selectionSet) : { depth: 0, fields: 0 };
    const isIntrospection = selection.name.value.startsWith("__");
    return { depth: isIntrospection ? 0 : inner.depth + 1, fields: inner.fields + 1 };
  };

  const ofSelections = ({ selections }: SelectionSetNode): Extent => {
    const extents = selections.map(ofSelection);
    return {
      depth: Math.max(0, ...extents.map(({ depth }) => depth)),
      fields: extents.reduce((sum, { fields }) => sum + fields, 0),
    };
  };

  return {
    OperationDefinition(operation) {
      const { depth, fields } = ofSelections(operation.selectionSet);
      const refuse = (message: string, code: string) =>
        context.reportError(new GraphQLError(message, { nodes: operation, extensions: { code } }));
      if (depth > maximumDepth) {
        refuse(`The operation nests ${depth} fields; ${maximumDepth} are allowed.`, "TOO_DEEP");
      }
      if (fields > maximumFields) {
        refuse(`The operation asks for ${fields} fields; ${maximumFields} are allowed.`, "TOO_MANY_FIELDS");
      }
    },
  };
}

/** The rules for a transport that does not bring the specified ones itself. */
export function allRules(introspection: boolean): ValidationRule[] {
  return [...specifiedRules, extentRule, ...(introspection ? [] : [NoSchemaIntrospectionCustomRule])];
}
