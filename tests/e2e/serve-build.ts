import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';

export interface Served {
	readonly url: string;
	/** Stops answering at once: what is open is cut. */
	close(): Promise<void>;
}

/** Serves a build on 127.0.0.1, as a static host would, under a base path if asked. */
export async function serveBuild(folder = 'build', { base = '', port = 0 } = {}): Promise<Served> {
	const serve = sirv(folder, { single: '200.html', etag: true, dev: true });
	const server = createServer((request, response) => {
		const url = request.url ?? '/';
		if (!url.startsWith(base)) {
			response.writeHead(404).end();
			return;
		}
		request.url = url.slice(base.length) || '/';
		serve(request, response, () => void response.writeHead(404).end());
	});
	await new Promise<void>((done) => server.listen(port, 'localhost', done));
	const { port: taken } = server.address() as AddressInfo;
	return {
		url: `http://localhost:${taken}${base}`,
		async close() {
			server.closeAllConnections();
			await new Promise((done) => server.close(done));
		}
	};
}
