const floor = /^[０-９0-9]+階$/;
const rest = /^(?:以下に掲載がない場合|.+の次に.*がくる場合|.+一円)$/;

/**
 * Names of the towns that one entry of Japan Post's list stands for, as they begin an address; [''] when it stands for the rest of
 * a city. What a bracket says (blocks, street corners, exceptions) is no part of an address, but the floor of a tower is.
 */
export function townsOf(entry: string): readonly string[] {
  const [, name = entry, inside = ''] = /^([^（(]*)[（(](.*?)[）)]?$/.exec(entry) ?? [];
  if (rest.test(name)) return [''];
  if (floor.test(inside)) return [`${name}${inside}`];
  const towns = name
    .split('、')
    .map((town) => town.replace(/(?:第?[０-９0-9]+地割|[～〜]).*$/u, ''))
    .filter((town) => town.length > 1 || name.length === town.length);
  const named = [...new Set(towns)].filter((town) => town !== '');
  return named.length === 0 ? [''] : named;
}
