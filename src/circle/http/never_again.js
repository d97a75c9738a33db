const says = document.getElementById("says");
const words = document.querySelector("main").dataset;
const buttons = { never: document.getElementById("never"), again: document.getElementById("again") };
async function say(never) {
  const code = decodeURIComponent(location.hash.slice(1));
  try {
    const answer = await fetch("v1/invitations/never-again", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ code, never }),
    });
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    buttons.never.hidden = never;
    buttons.again.hidden = !never;
    says.textContent = never ? words.never : words.again;
  } catch {
    says.textContent = words.failed;
  }
}
buttons.never.addEventListener("click", () => say(true));
buttons.again.addEventListener("click", () => say(false));
