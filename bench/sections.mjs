// docs/performance.md is written by two benches: what stands from this line on is the residents' page's.

export const RESIDENTS_SECTION = '<!-- from here on: npm run bench -- --residents --write -->';

const cut = (document) => {
  const at = document.indexOf(RESIDENTS_SECTION);
  return at < 0 ? [document, ''] : [document.slice(0, at), document.slice(at)];
};

/** The engine's part anew, the residents' part as it was. @param {string} document @param {string} part */
export const withEnginePart = (document, part) => {
  const [, kept] = cut(document);
  return kept === '' ? part : `${part.trimEnd()}\n\n${kept}`;
};

/** The residents' part anew, the engine's as it was. @param {string} document @param {string} part */
export const withResidentsPart = (document, part) => `${cut(document)[0].trimEnd()}\n\n${RESIDENTS_SECTION}\n\n${part.trimEnd()}\n`;
