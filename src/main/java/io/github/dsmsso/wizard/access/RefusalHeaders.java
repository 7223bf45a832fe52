package io.github.dsmsso.wizard.access;

import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleEvent;
import org.apache.catalina.LifecycleListener;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;

/**
 * Gives the protecting headers to what Tomcat refuses by itself, before any filter: a
 * request line it cannot read, a path it does not allow, too many headers. Tomcat has no
 * setting for it; its connector hands every request, a refused one too, to its adapter.
 */
final class RefusalHeaders implements LifecycleListener {

	@Override
	public void lifecycleEvent(LifecycleEvent event) {
		if (Lifecycle.AFTER_INIT_EVENT.equals(event.getType()) && event.getSource() instanceof Connector connector) {
			Adapter adapter = connector.getProtocolHandler().getAdapter();
			connector.getProtocolHandler().setAdapter(new ProtectingAdapter(adapter));
		}
	}

	/** Sets the headers first; the filter sets those of a page in their place. */
	private record ProtectingAdapter(Adapter adapter) implements Adapter {

		@Override
		public void service(Request request, Response response) throws Exception {
			ResponseHeaders.OF_A_REFUSAL.forEach(response::setHeader);
			this.adapter.service(request, response);
		}

		/** All that is heard of a request that cannot be read. */
		@Override
		public void log(Request request, Response response, long time) {
			if (!response.isCommitted()) {
				ResponseHeaders.OF_A_REFUSAL.forEach(response::setHeader);
			}
			this.adapter.log(request, response, time);
		}

		@Override
		public boolean prepare(Request request, Response response) throws Exception {
			return this.adapter.prepare(request, response);
		}

		@Override
		public boolean asyncDispatch(Request request, Response response, SocketEvent status) throws Exception {
			return this.adapter.asyncDispatch(request, response, status);
		}

		@Override
		public void checkRecycled(Request request, Response response) {
			this.adapter.checkRecycled(request, response);
		}

		@Override
		public String getDomain() {
			return this.adapter.getDomain();
		}

	}

}
