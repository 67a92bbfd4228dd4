import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { build } from 'vite';
const [,, cards='20000', events='200000', mode='restore'] = process.argv;
const out: any = await build({configFile:false,logLevel:'error',build:{write:false,minify:false,lib:{entry:join(import.meta.dirname,'tests/bench/library-page.ts'),formats:['es']}}});
const script=[out].flat()[0].output[0].code;
const server=createServer((q,r)=>{const s=q.url==='/page.js';r.setHeader('content-type',s?'text/javascript':'text/html');r.end(s?script:'<!doctype html><script type="module" src="/page.js"></script>')}).listen(0,'127.0.0.1');
const dir=await mkdtemp('/tmp/corebench/p-');
const c=await chromium.launchPersistentContext(dir,{executablePath:'/usr/bin/chromium',headless:true,args:['--no-sandbox','--disable-gpu','--no-first-run','--disable-background-networking','--disable-component-update']});
const p=await c.newPage(); p.on('console',m=>console.log('browser',m.text()));
await p.goto(`http://127.0.0.1:${(server.address() as any).port}/`);
const call=(n:string,...a:any[])=>p.evaluate(([n,a]:any)=>(globalThis as any).page[n](...a),[n,a]);
const cdp=await c.newCDPSession(p); await cdp.send('Profiler.enable'); await cdp.send('Profiler.setSamplingInterval',{interval:500});
async function profiled(f:()=>Promise<any>){ await cdp.send('Profiler.start'); const r=await f(); const {profile}:any=await cdp.send('Profiler.stop');
 const self=new Map<string,number>(); const ids=new Map(profile.nodes.map((n:any)=>[n.id,n]));
 profile.samples.forEach((s:number,i:number)=>{const n:any=ids.get(s);const k=n.callFrame.functionName+':'+n.callFrame.lineNumber;self.set(k,(self.get(k)??0)+profile.timeDeltas[i]/1000)});
 const rows=[...self].sort((a,b)=>b[1]-a[1]).slice(0,28); console.log(rows.map(([k,v])=>v.toFixed(0).padStart(8)+' '+k).join('\n')); return r;}
await call('open','x'); console.log('install',await call('install',+cards));
if(mode==='restore'){ console.log('parse',await call('parseOnly',+events,+cards)); const t=Date.now(); console.log('restore', await profiled(()=>call('restore',+events,+cards))); }
else { await call('restore',+events,+cards); await call('open','x'); const f=(v:number[])=>[...v].sort((a,b)=>a-b)[v.length>>1]; for(let i=0;i<3;i++){ const r:any=await (i==2?profiled(()=>call('answers',200)):call('answers',200)); console.log(f(r.ours),f(r.floor),f(r.ours)/f(r.floor)); } console.log(await call('reads')); }
await c.close(); server.close(); await rm(dir,{recursive:true,force:true});
