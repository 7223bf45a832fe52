package io.github.dsmsso.lab.authentik;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

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
record Page(List<Row> rows, int number, int size, int count) {

	static Page of(List<Row> all, Call call) {
		int size = size(call);
		int last = Math.max(1, (all.size() + size - 1) / size);
		int number = number(call.query("page"), last);
		int from = Math.min((number - 1) * size, all.size());
		return new Page(all.subList(from, Math.min(from + size, all.size())), number, size, all.size());
	}

	private static int number(@Nullable String asked, int last) {
		if (asked == null) {
			return 1;
		}
		int number = asked.equals("last") ? last : positive(asked, 0);
		if (number < 1 || number > last) {
			throw Refusal.detail(404, "Invalid page.");
		}
		return number;
	}

	private static int size(Call call) {
		boolean small = call.has(Behaviour.SMALL_PAGES);
		int asked = positive(call.query("page_size"), small ? 20 : 100);
		return small ? Math.min(asked, 100) : asked;
	}

	private static int positive(@Nullable String text, int otherwise) {
		return (text != null && text.matches("[1-9][0-9]{0,8}")) ? Integer.parseInt(text) : otherwise;
	}

	Page with(List<Row> rows) {
		return new Page(rows, this.number, this.size, this.count);
	}

	Map<String, @Nullable Object> shown(boolean withAutocomplete, Function<Row, Object> serializer) {
		List<Object> results = this.rows.stream().map(serializer).toList();
		Map<String, @Nullable Object> list = Json.object("pagination", pagination(), "results", results);
		if (withAutocomplete) {
			list.put("autocomplete", Map.of());
		}
		return list;
	}

	private Map<String, @Nullable Object> pagination() {
		int last = Math.max(1, (this.count + this.size - 1) / this.size);
		int start = (this.count == 0) ? 0 : (this.number - 1) * this.size + 1;
		return Json.object("next", (this.number < last) ? this.number + 1 : 0, "previous", this.number - 1, "count",
				this.count, "current", this.number, "total_pages", last, "start_index", start, "end_index",
				Math.min(this.number * this.size, this.count));
	}

}
