// Calls the API with the types of openapi-typescript, through openapi-fetch.
import createClient from "openapi-fetch";
import type { paths } from "./clients/openapi-typescript";

const api = createClient<paths>({ baseUrl: process.argv[2] });

/** The data of a response that is no error. */
async function data<T>(response: Promise<{ data?: T; error?: unknown }>): Promise<T> {
  const { data, error } = await response;
  if (data === undefined) throw new Error(JSON.stringify(error));
  return data;
}

const all = await data(api.GET("/codes.json"));
const others = all.codes.flatMap((code) => code.otherUses ?? []);
const constants = all.codes.flatMap((code) => code.constants ?? []);
const deprecated = constants.filter((constant) => constant.deprecated === true);
console.log(
  `${all.license}: ${all.codes.length} codes, ${others.length} other uses, ${constants.length} constants, ${deprecated.length} deprecated`,
);

const code = await data(api.GET("/{code}.json", { params: { path: { code: 404 } } }));
console.log(`${code.code} ${code.reasonPhrase}, ${code.class}, ${code.state}: ${code.summary}`);
console.log(`retry ${code.retry?.advice}, checked ${code.source.checked}`);

const found = await data(api.GET("/search.json", { params: { query: { q: "too many" } } }));
console.log(`${found.query}: ${found.results.length}, first ${found.results[0]?.code}`);

const pair = await data(api.GET("/compare/{pair}.json", { params: { path: { pair: "302-vs-303" } } }));
const first = pair.codes[0];
console.log(`${pair.decision} ${first?.rightWhen}, method ${first?.redirect?.method}: ${first?.meaning}`);

const { error: problem } = await api.GET("/{code}.json", { params: { path: { code: 477 } } });
console.log(`${problem?.status} ${problem?.title}: ${problem?.detail}`);

const { data: picture } = await api.GET("/{code}.png", { params: { path: { code: 404 } }, parseAs: "blob" });
console.log(`${await picture?.slice(1, 4).text()}, ${picture?.size} bytes`);
