const says = document.getElementById("says");
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
    says.textContent = never
      ? "No invitation is mailed to you again. You can close this page."
      : "Invitations come again. You can close this page.";
  } catch {
    says.textContent = "That did not work. Please try again.";
  }
}
buttons.never.addEventListener("click", () => say(true));
buttons.again.addEventListener("click", () => say(false));
