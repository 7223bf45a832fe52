package io.github.dsmsso.lab.authentik.api;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.RefusedRequest;
import io.github.dsmsso.lab.authentik.store.Row;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list. Pages are numbers; the next and the previous one are 0 where there
 * is none.
 *
 * @param rows what is on this page
 * @param number the number of this page, from 1
 * @param size how many rows fit on a page
 * @param count how many rows there are in all
 */
public record ListPage(List<Row> rows, int number, int size, int count) {

	public static ListPage of(List<Row> all, Call call) {
		int size = size(call);
		int last = Math.max(1, (all.size() + size - 1) / size);
		int number = number(call.query("page"), last);
		int from = Math.min((number - 1) * size, all.size());
		return new ListPage(all.subList(from, Math.min(from + size, all.size())), number, size, all.size());
	}

	private static int number(@Nullable String asked, int last) {
		if (asked == null) {
			return 1;
		}
		int number = asked.equals("last") ? last : positive(asked, 0);
		if (number < 1 || number > last) {
			throw RefusedRequest.detail(404, "Invalid page.");
		}
		return number;
	}

	private static int size(Call call) {
		if (!call.has(Behaviour.SMALL_PAGES)) {
			return positive(call.query("page_size"), 100);
		}
		Row settings = call.world().settings();
		return Math.min(positive(call.query("page_size"), settings.number("pagination_default_page_size")),
				settings.number("pagination_max_page_size"));
	}

	private static int positive(@Nullable String text, int otherwise) {
		return (text != null && text.matches("[1-9][0-9]{0,8}")) ? Integer.parseInt(text) : otherwise;
	}

	public ListPage with(List<Row> rows) {
		return new ListPage(rows, this.number, this.size, this.count);
	}

	/**
	 * As the API shows it.
	 * @param autocomplete the third member, or null for none
	 */
	public Map<String, @Nullable Object> shown(@Nullable Map<String, Object> autocomplete,
			Function<Row, Object> serializer) {
		List<Object> results = this.rows.stream().map(serializer).toList();
		Map<String, @Nullable Object> list = AuthentikJson.object("pagination", pagination(), "results", results);
		if (autocomplete != null) {
			list.put("autocomplete", autocomplete);
		}
		return list;
	}

	private Map<String, @Nullable Object> pagination() {
		int last = Math.max(1, (this.count + this.size - 1) / this.size);
		int start = (this.count == 0) ? 0 : (this.number - 1) * this.size + 1;
		return AuthentikJson.object("next", (this.number < last) ? this.number + 1 : 0, "previous", this.number - 1,
				"count", this.count, "current", this.number, "total_pages", last, "start_index", start, "end_index",
				Math.min(this.number * this.size, this.count));
	}

}
