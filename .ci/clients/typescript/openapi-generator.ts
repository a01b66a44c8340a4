// Calls the API through the client of openapi-generator's typescript-fetch.
import { CodeApi, CodesApi, Configuration, GuideApi, ProblemFromJSON, ResponseError, SearchApi } from "./clients/openapi-generator";

const api = new Configuration({ basePath: process.argv[2] });

const all = await new CodesApi(api).listStatusCodes();
const others = all.codes.flatMap((code) => code.otherUses ?? []);
const constants = all.codes.flatMap((code) => code.constants ?? []);
const deprecated = constants.filter((constant) => constant.deprecated === true);
console.log(
  `${all.license}: ${all.codes.length} codes, ${others.length} other uses, ${constants.length} constants, ${deprecated.length} deprecated`,
);

const code = await new CodeApi(api).getStatusCode({ code: 404 });
console.log(`${code.code} ${code.reasonPhrase}, ${code._class}, ${code.state}: ${code.summary}`);
console.log(`retry ${code.retry?.advice}, checked ${code.source.checked.toISOString().slice(0, 10)}`);

const found = await new SearchApi(api).searchStatusCodes({ q: "too many" });
console.log(`${found.query}: ${found.results.length}, first ${found.results[0]?.code}`);

const pair = await new GuideApi(api).getComparison({ pair: "302-vs-303" });
const first = pair.codes[0];
console.log(`${pair.decision} ${first?.rightWhen}, method ${first?.redirect?.method}: ${first?.meaning}`);

try {
  await new CodeApi(api).getStatusCode({ code: 477 });
} catch (error) {
  if (!(error instanceof ResponseError)) throw error;
  const problem = ProblemFromJSON(await error.response.json());
  console.log(`${problem.status} ${problem.title}: ${problem.detail}`);
}

const picture = await new CodeApi(api).getStatusCodePicture({ code: 404 });
console.log(`${await picture.slice(1, 4).text()}, ${picture.size} bytes`);
