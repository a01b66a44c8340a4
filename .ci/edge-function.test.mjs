// Runs the edge's function, as template.yaml has it, on events like CloudFront's:
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html
// The function runs in Node.js or, with ENGINE=njs, in njs, which is closer to CloudFront's own engine.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import vm from 'node:vm';

const { parse } = createRequire(import.meta.url)('yaml'); // import would not look in NODE_PATH
const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');

const template = parse(read('../template.yaml'), { logLevel: 'error' }); // it warns of CloudFormation's tags
const code = template.Resources.EdgeFunction.Properties.FunctionCode;
const handler = process.env.ENGINE === 'njs' ? inNjs() : vm.runInNewContext(`'use strict'; ${code}; handler`);

function inNjs() {
  const folder = mkdtempSync(join(tmpdir(), 'edge-function-'));
  after(() => rmSync(folder, { recursive: true }));
  const script = join(folder, 'function.js');
  return (event) => {
    writeFileSync(script, `${code}\nconsole.log(JSON.stringify(handler(${JSON.stringify(event)})));`);
    const { status, stdout, stderr, error } = spawnSync('njs', [script], { encoding: 'utf8' });
    assert.equal(status, 0, error ?? stdout + stderr);
    return JSON.parse(stdout);
  };
}

const CHROME =
  'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7';
const FIREFOX = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

function eventOf({ uri = '/404', querystring = {}, accept }) {
  return {
    version: '1.0',
    context: {
      distributionDomainName: 'd111111abcdef8.cloudfront.net',
      distributionId: 'EDFDVBD6EXAMPLE',
      eventType: 'viewer-request',
      requestId: 'EXAMPLEntjQpEXAMPLE_SG5Z-EXAMPLEPmPfEXAMPLEu3EqEXAMPLE==',
    },
    viewer: { ip: '198.51.100.11' },
    request: {
      method: 'GET',
      uri,
      querystring,
      headers: {
        host: { value: 'd111111abcdef8.cloudfront.net' },
        'user-agent': { value: 'curl/8.7.1' },
        ...(accept !== undefined && { accept: typeof accept === 'string' ? { value: accept } : accept }),
        'accept-encoding': { value: 'gzip, deflate, br' },
        'if-none-match': { value: '"x"' },
      },
      cookies: { theme: { value: 'dark' } },
    },
  };
}

// Without the prototypes of the function's own realm, which deepEqual would see.
const run = (request) => JSON.parse(JSON.stringify(handler(eventOf(request))));
const acceptAfter = (accept) => run({ accept }).headers.accept;
const values = (parameters) =>
  Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, { value }]));

test('nothing but the query and Accept changes', () => {
  const expected = eventOf({ accept: 'text/html' }).request;
  assert.deepEqual(run({ accept: CHROME, querystring: values({ utm_source: 'x' }) }), expected);
});

test('what is rewritten gets the form that the site would have chosen', () => {
  const types = { html: 'text/html', json: 'application/json', text: 'text/plain', markdown: 'text/markdown' };
  const rows = read('../src/test/resources/negotiation.csv').trimEnd().split('\n').slice(1);
  const rewritten = rows
    .map((row) => row.split('|'))
    .map(([accept, form]) => ({ accept, form, after: acceptAfter(accept).value }))
    .filter(({ accept, after }) => after !== accept);
  for (const { accept, form, after } of rewritten) {
    assert.equal(after, types[form], accept);
  }
  assert.ok(rewritten.length >= 5, `only ${rewritten.length} rows of negotiation.csv are rewritten`);
});

test('what browsers and simple clients send becomes one media type', () => {
  for (const accept of [undefined, '*/*', 'text/html', CHROME, FIREFOX]) {
    assert.deepEqual(acceptAfter(accept), { value: 'text/html' });
  }
  for (const type of ['application/json', 'text/plain', 'text/markdown', 'text/csv', 'application/problem+json']) {
    assert.deepEqual(acceptAfter(type), { value: type });
    assert.deepEqual(acceptAfter(` ${type.toUpperCase()} `), { value: type });
  }
});

test('Accept is left alone where the function cannot be certain', () => {
  for (const accept of [
    '',
    'image/png',
    'text/*',
    'application/json;charset=utf-8',
    'application/json, text/plain, */*',
    'text/plain, text/html',
    'text/html;q=0, */*',
    'text/html,TEXT/HTML;q=0,application/json',
    'text/htmlx,application/json',
    'text/html,\u0001',
    'application/json\u007f',
    '\u00a0application/json',
    { value: '*/*', multiValue: [{ value: '*/*' }, { value: 'application/json' }] },
  ]) {
    assert.deepEqual(acceptAfter(accept), typeof accept === 'string' ? { value: accept } : accept);
  }
});

test('where a path has one form, Accept is not in the key', () => {
  for (const uri of ['/404.json', '/404.txt', '/nothing.json', '/assets/style.0123456789ab.css', '/favicon.svg']) {
    for (const accept of [undefined, 'text/css,*/*;q=0.1', 'image/avif,image/webp,*/*;q=0.8', 'application/json']) {
      assert.deepEqual(run({ uri, accept }).headers.accept, { value: '*/*' }, uri);
    }
  }
});

test('Accept is left alone where the site will refuse its control characters', () => {
  for (const accept of ['*/*\u0001', '\u001b']) {
    assert.deepEqual(run({ uri: '/404.json', accept }).headers.accept, { value: accept });
  }
});

test('only the first q of a search is kept, as it was sent', () => {
  const several = (...all) => ({ q: { value: all[0], multiValue: all.map((value) => ({ value })) } });
  for (const uri of ['/', '/search.json']) {
    const sent = { q: 'caf%C3%A9+%2B%20x', utm_source: 'x', Q: 'y' };
    assert.deepEqual(run({ uri, querystring: values(sent) }).querystring, values({ q: sent.q }), uri);
    assert.deepEqual(run({ uri, querystring: several('a', 'b') }).querystring, values({ q: 'a' }), uri);
    assert.deepEqual(run({ uri, querystring: several('', 'b') }).querystring, {}, uri);
    assert.deepEqual(run({ uri, querystring: values({ q: '' }) }).querystring, {}, uri);
    assert.deepEqual(run({ uri, querystring: values({ NoValue: '' }) }).querystring, {}, uri);
  }
});

test('a document has no query', () => {
  const lines = read('../src/test/resources/published.txt').split('\n');
  const published = lines.filter((line) => /^\/[^ ]+$/.test(line));
  assert.ok(published.length > 700, `${published.length} published documents`);
  const others = [
    ...['/477', '/477.json', '/404.png', '/compare/200-vs-999', '/choose/nothing', '/a-new-kind', '/vendors/nginx.md'],
    ...['/assets/style.0123456789ab.css', '/assets/search.0123456789ab.json'],
  ];
  const sample = process.env.ENGINE === 'njs' ? published.filter((_, i) => i % 20 === 0) : published;
  for (const uri of [...sample, ...others]) {
    assert.deepEqual(run({ uri, querystring: values({ q: 'x', utm_source: 'y' }) }).querystring, {}, uri);
  }
});

test('what may be redirected keeps its query', () => {
  const querystring = values({ q: 'x', utm_source: 'y' });
  for (const uri of [
    ...['/404/', '/HTTP404', '/http-404', '//404', '//', '/404.html', '/404.json/', '/codes.htm', '/choose/', '/http404'],
    ...['/compare/403-vs-401', '/compare/403-vs-401.json', '/choose/start', '/choose/start.json'],
  ]) {
    assert.deepEqual(run({ uri, querystring }).querystring, querystring, uri);
  }
});

test("the function is within CloudFront's limits", () => {
  assert.ok(Buffer.byteLength(code) < 10_240, 'at most 10 KB');
  const bare = code.replace(/\/\/ .*/g, '');
  assert.doesNotMatch(bare, /\?\.|\?\?|\.\.\.|\b(class|of|import|eval|async|let \{|const \{)/, 'beyond cloudfront-js-2.0');
});
