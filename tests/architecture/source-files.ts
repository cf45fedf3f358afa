/** The files of the project as the architecture rules see them: their text, their imports, their words. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface SourceFile {
  /** From the project's root: 'src/ui/icon.tsx'. */
  readonly path: string;
  readonly text: string;
}

export interface Import {
  readonly spec: string;
  readonly line: number;
  readonly typeOnly: boolean;
  readonly names: readonly string[];
}

export interface Found {
  readonly line: number;
  readonly what: string;
}

export function filesUnder(folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

export function isScript({ path }: SourceFile): boolean {
  return /\.tsx?$/.test(path);
}

function treeOf({ path, text }: SourceFile): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
}

function walk(tree: ts.SourceFile, visit: (node: ts.Node, line: number) => void): void {
  const step = (node: ts.Node): void => {
    visit(node, tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1);
    ts.forEachChild(node, step);
  };
  step(tree);
}

function namesOf(node: ts.ImportDeclaration | ts.ExportDeclaration): string[] {
  const named = ts.isImportDeclaration(node) ? node.importClause?.namedBindings : node.exportClause;
  return named && (ts.isNamedImports(named) || ts.isNamedExports(named)) ? named.elements.map((one) => (one.propertyName ?? one.name).text) : [];
}

/** Static, dynamic and type imports, and re-exports. */
export function importsOf(file: SourceFile): Import[] {
  const imports: Import[] = [];
  walk(treeOf(file), (node, line) => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      const typeOnly = ts.isImportDeclaration(node) ? node.importClause?.isTypeOnly === true : node.isTypeOnly;
      imports.push({ spec: node.moduleSpecifier.text, line, typeOnly, names: namesOf(node) });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [spec] = node.arguments;
      if (spec && ts.isStringLiteralLike(spec)) imports.push({ spec: spec.text, line, typeOnly: false, names: [] });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
      imports.push({ spec: node.argument.literal.text, line, typeOnly: true, names: [] });
    }
  });
  return imports;
}

/** Names and attributes used in code; comments and texts do not count. */
export function namesIn(file: SourceFile): Found[] {
  const names: Found[] = [];
  walk(treeOf(file), (node, line) => {
    if (ts.isPropertyAccessExpression(node)) {
      names.push({ line, what: `${node.expression.getText()}.${node.name.text}` });
    }
    if (ts.isIdentifier(node)) names.push({ line, what: node.text });
    if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) names.push({ line, what: node.argumentExpression.text });
    if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0) names.push({ line, what: 'new Date()' });
    if (node.kind === ts.SyntaxKind.AnyKeyword) names.push({ line, what: 'any' });
    if (ts.isExportAssignment(node) || node.kind === ts.SyntaxKind.DefaultKeyword) names.push({ line, what: 'export default' });
  });
  return names;
}

const doors: Readonly<Record<string, string>> = {
  '#kernel': 'src/kernel', '#content': 'src/content', '#i18n': 'src/i18n', '#ui': 'src/ui', '#app': 'src/app',
  '#features': 'src/features', '#hosting': 'src/hosting', '#crypto': 'src/crypto', '#storage': 'src/storage', '#media': 'src/media', '#locales': 'locales',
};

/** The path of an import from the project's root, or the bare specifier of a package. */
export function targetOf({ path }: SourceFile, spec: string): string {
  const [head = '', ...tail] = spec.split('/');
  if (doors[head] !== undefined) return posix.join(doors[head], ...tail);
  return spec.startsWith('.') ? posix.join(posix.dirname(path), spec) : spec;
}
