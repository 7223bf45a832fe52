// Asks, before the session ends, whether it should go on; one click is enough, as often as needed.
const dialog = document.getElementById('idle');

function wait() {
	setTimeout(() => dialog.showModal(), dialog.dataset.after * 1000);
}

async function goOn() {
	const answer = await fetch(location.href, { method: 'HEAD' });
	if (answer.redirected) {
		location.reload();
	}
	dialog.close();
	wait();
}

if (dialog) {
	dialog.querySelector('button').addEventListener('click', goOn);
	// Closed by the Escape key it counts as the same answer.
	dialog.addEventListener('cancel', goOn);
	wait();
}
