// Work that is going on: asks for the same fragment again and takes over only the lines that changed.
const FIRST_PAUSE = 500;
const PAUSE = 2000;
const PATIENCE = 10000;

function takeOver(list, html) {
	const fresh = new DOMParser().parseFromString(html, 'text/html').getElementById(list.id);
	if (!fresh || !fresh.dataset.poll) {
		location.reload();
		return false;
	}
	for (const line of fresh.querySelectorAll('li')) {
		const shown = document.getElementById(line.id);
		if (!shown) {
			list.querySelector('ol').append(line);
		}
		else if (!shown.isEqualNode(line) && !withoutFolds(shown).isEqualNode(line)) {
			shown.replaceWith(line);
		}
	}
	return true;
}

function withoutFolds(line) {
	const copy = line.cloneNode(true);
	copy.querySelectorAll('details').forEach((details) => details.removeAttribute('open'));
	return copy;
}

// The wizard was stopped, or the network is away: said until it answers again.
function tellWhetherGone(list, gone) {
	const notice = list.querySelector('.gone');
	notice.textContent = gone ? notice.dataset.words : '';
	list.classList.toggle('progress-unknown', gone);
}

async function ask(list) {
	let again = true;
	try {
		const answer = await fetch(list.dataset.poll, { headers: { Accept: 'text/html' }, signal: AbortSignal.timeout(PATIENCE) });
		tellWhetherGone(list, false);
		again = takeOver(list, answer.ok && !answer.redirected ? await answer.text() : '');
	}
	catch {
		tellWhetherGone(list, true);
	}
	if (again) {
		setTimeout(ask, PAUSE, list);
	}
}

for (const list of document.querySelectorAll('[data-poll]')) {
	setTimeout(ask, FIRST_PAUSE, list);
}
