// The connection to the server. It is opened again for as long as the page is
// open: soon at first, then every few seconds, and at once when the reader comes
// back to the page.
const SOON = 100, LATE = 3000; // milliseconds

export function connect({ hello, receive, state }) {
  const address = "ws://" + location.host + "/_preview/socket";
  let socket = null, pause = SOON, timer = 0;

  function open() {
    clearTimeout(timer);
    timer = 0;
    socket = new WebSocket(address);
    socket.onopen = () => {
      pause = SOON;
      socket.send(JSON.stringify(hello()));
      state(true);
    };
    socket.onmessage = (e) => {
      const end = e.data.indexOf("\n");
      receive(JSON.parse(e.data.slice(0, end)), e.data.slice(end + 1));
    };
    socket.onclose = () => {
      state(false);
      timer = setTimeout(open, pause);
      pause = Math.min(pause * 1.6, LATE);
    };
  }

  open();
  addEventListener("online", () => { if (timer) open(); });
  const say = (text) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(text);
  };
  return {
    // askWhole says that the page could not be patched.
    askWhole: () => say("whole"),
    // look says that the reader looks at this page.
    look() {
      if (timer) open();
      else say("look");
    },
  };
}
