// Calls the API through the client of @hey-api/openapi-ts.
import { client } from "./clients/hey-api/client.gen";
import { getComparison, getStatusCode, getStatusCodePicture, listStatusCodes, searchStatusCodes } from "./clients/hey-api";

client.setConfig({ baseUrl: process.argv[2] as string });

const { data: all } = await listStatusCodes({ throwOnError: true });
const others = all.codes.flatMap((code) => code.otherUses ?? []);
const constants = all.codes.flatMap((code) => code.constants ?? []);
const deprecated = constants.filter((constant) => constant.deprecated === true);
console.log(
  `${all.license}: ${all.codes.length} codes, ${others.length} other uses, ${constants.length} constants, ${deprecated.length} deprecated`,
);

const { data: code } = await getStatusCode({ path: { code: 404 }, throwOnError: true });
console.log(`${code.code} ${code.reasonPhrase}, ${code.class}, ${code.state}: ${code.summary}`);
console.log(`retry ${code.retry?.advice}, checked ${code.source.checked}`);

const { data: found } = await searchStatusCodes({ query: { q: "too many" }, throwOnError: true });
console.log(`${found.query}: ${found.results.length}, first ${found.results[0]?.code}`);

const { data: pair } = await getComparison({ path: { pair: "302-vs-303" }, throwOnError: true });
const first = pair.codes[0];
console.log(`${pair.decision} ${first?.rightWhen}, method ${first?.redirect?.method}: ${first?.meaning}`);

const { error: problem } = await getStatusCode({ path: { code: 477 } });
console.log(`${problem?.status} ${problem?.title}: ${problem?.detail}`);

const { data: picture } = await getStatusCodePicture({ path: { code: 404 }, throwOnError: true });
console.log(`${await picture.slice(1, 4).text()}, ${picture.size} bytes`);
