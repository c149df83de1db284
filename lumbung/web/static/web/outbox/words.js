// What the device itself must say, and the making of what no page brought along.
const PAIRS = {
  kept: ["Menunggu terkirim", "Waiting to be sent"],
  notYet: ["Disimpan di perangkat ini, belum masuk pembukuan. Terkirim sendiri begitu ada sambungan.", "Kept on this device, not in the books yet. It is sent by itself as soon as there is a connection."],
  fleeting: ["Peramban tidak berjanji menyimpan terus. Kirim secepatnya, atau simpan ke berkas.", "The browser does not promise to keep this. Send soon, or save to a file."],
  again: ["Catat lagi", "Record another"],
  see: ["Lihat yang belum terkirim", "See what is not sent yet"],
  full: ["Tempat simpan perangkat ini penuh. Catatan ini BELUM tersimpan. Isiannya tetap di sini: simpan ke berkas, atau kosongkan tempat lalu coba lagi.", "This device is full. This record is NOT saved. What you typed stays here: save it to a file, or free some space and try again."],
  failed: ["Perangkat ini tidak bisa menyimpan catatan. BELUM tersimpan. Isiannya tetap di sini: simpan ke berkas, atau tulis di kertas.", "This device cannot keep the record. It is NOT saved. What you typed stays here: save it to a file, or write it on paper."],
  file: ["Simpan ke berkas", "Save to a file"],
  member: ["Pilih anggotanya dulu.", "Choose the member first."],
  photo: ["Foto ini terlalu besar untuk disimpan di perangkat. Pilih foto lain, atau kosongkan dan lampirkan nanti.", "This photo is too large to keep on the device. Choose another, or leave it out and attach it later."],
  offline: ["Tanpa sambungan. Yang Anda catat disimpan di perangkat ini, lalu terkirim sendiri.", "No connection. What you record is kept on this device and sent by itself later."],
  asOf: ["menurut data", "as of"],
  owes: ["belum dibayar", "not paid"],
  settled: ["tidak ada tunggakan", "nothing owed"],
  leaving: ["Masih ada catatan yang belum terkirim", "Some records have not been sent"],
  leavingWhy: ["Kirim dulu sebelum keluar. Bila keluar sekarang, catatannya tetap di perangkat ini dan terkirim setelah Anda masuk lagi di sini.", "Send them before you sign out. If you leave now they stay on this device and are sent after you sign in here again."],
  sendFirst: ["Kirim dulu", "Send first"],
  leave: ["Keluar saja", "Sign out anyway"],
  stay: ["Tidak jadi", "Cancel"],
  damaged: ["Berkas ini rusak atau bukan berkas Lumbung. Tidak ada yang diambil.", "This file is damaged or not from Lumbung. Nothing was taken."],
  restored: ["catatan dipulihkan", "records restored"],
  notYours: ["catatan milik orang atau koperasi lain tidak diambil", "records of another person or cooperative were not taken"],
  here: ["sudah ada di sini", "are here already"],
};
const column = document.documentElement.lang === "en" ? 1 : 0;
export const words = Object.fromEntries(Object.entries(PAIRS).map(([name, pair]) => [name, pair[column]]));

// An icon of the sprite that the page itself uses.
export function icon(name) {
  const sprite = document.querySelector("svg.icon use")?.getAttribute("href").split("#")[0];
  const template = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  template.setAttribute("class", "icon");
  template.setAttribute("aria-hidden", "true");
  template.append(document.createElementNS("http://www.w3.org/2000/svg", "use"));
  template.firstChild.setAttribute("href", `${sprite}#${name}`);
  return template;
}
// make("p", {class: "note"}, "text", other)
export function make(tag, attributes = {}, ...inside) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...inside);
  return made;
}
