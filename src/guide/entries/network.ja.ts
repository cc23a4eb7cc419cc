import type { BuiltInEntry } from '../built-in-entry.ts';
import { callCenter, lineProvider, readAgainRow, vendor } from './common.ja.ts';

const leaveRouter = 'ルーターの設定は、自分で変えないでください。';
const lookAtCable = '端末の LAN ケーブルが差さっているか見てください。';

/** What the network check tells apart. */
export const networkEntries: readonly BuiltInEntry[] = [
  {
    id: 'network-app-host',
    title: '受付の接続先が見つからない',
    see: ['この画面: onshikaku.org の名前が見つからないと出ます。', '端末: 受付もできないことがあります。'],
    why: 'ケーブル、ルーター、回線のどこかで、閉じたネットワークに届いていません。',
    do: [
      lookAtCable,
      '抜けていれば、差してください。',
      'ルーターのランプが点いているか見てください。',
      leaveRouter,
      readAgainRow,
    ],
    call: `${lineProvider}に連絡してください。受付もできないなら${callCenter}にも連絡してください。`,
    words: ['hweb.oqs.onshikaku.org', 'onshikaku.org', 'DNS', '名前解決', 'ネットワーク', 'つながらない', '回線'],
  },
  {
    id: 'network-base-host',
    title: '配信側の接続先が見つからない',
    see: ['この画面: oqs-pdl.org の名前が見つからないと出ます。'],
    why: '配信に関わる接続先の名前を引けません。どの接続先が資材を配るかは公開されていないので、そろって引けることを見ています。',
    do: [lookAtCable, '受付がいつもどおりできるか確かめてください。', leaveRouter, readAgainRow],
    call: `${lineProvider}に、引けない名前と、受付ができるかどうかを伝えてください。`,
    words: ['pweb.base.oqs-pdl.org', 'oqs-pdl.org', 'DNS', '名前解決', 'なまえかいけつ', '配信サーバー', '届かない'],
  },
  {
    id: 'network-edns',
    title: '受付はできるが、配信の名前だけ引けない',
    see: ['この画面: onshikaku.org は引けて、oqs-pdl.org だけ引けないと出ます。', '端末: 受付はいつもどおりできます。'],
    why: 'oqs-pdl.org の DNS の応答は576バイトより大きく、EDNS を通さないルーターで失敗します。端末ではなく、ルーターの DNS の設定が原因と考えられます。',
    do: [
      '端末は、そのまま使ってください。',
      leaveRouter,
      '業者に「oqs-pdl.org だけ引けない」と伝えてください。',
      '業者に「DNS の応答が576バイトを超える」と伝えてください。',
      '業者に「ルーターの EDNS の設定を見て」と頼んでください。',
    ],
    call: `${lineProvider}(ルーターを見ている業者)に連絡してください。`,
    words: ['EDNS', 'えでぃーえぬえす', 'DNS', '576', 'ルーター', 'るーたー', 'oqs-pdl.org', '受付はできる'],
  },
  {
    id: 'network-proxy',
    title: 'プロキシが答えない',
    see: ['この画面: プロキシ(既定は proxy.base.oqs-pdl.org の 8080)が答えないと出ます。'],
    why: '配信の通り道が閉じているか、この回線では別のプロキシを使います。',
    do: [
      lookAtCable,
      '回線の業者名を確かめてください。',
      '別のプロキシの回線なら、oqs-console の設定を直してください。',
      leaveRouter,
      readAgainRow,
    ],
    call: `${lineProvider}に、プロキシの名前と番号(8080)を伝えてください。`,
    words: ['proxy.base.oqs-pdl.org', '8080', 'プロキシ', 'ぷろきし', 'proxy', 'つながらない'],
  },
  {
    id: 'network-other-provider',
    title: '回線によって接続先が違う',
    see: ['この画面: 受付も配信もできているのに、プロキシの点検だけ失敗します。'],
    why: 'IPsec の業者によっては proxy.healthcare-on-demand.jp の 8080 と ntp.healthcare-on-demand.jp を使います。設定の既定と違うだけのことがあります。',
    do: [
      '回線の契約書か業者に、プロキシの名前を確かめてください。',
      'oqs-console の設定を、その名前に直してください。',
      '端末とルーターの設定は、変えないでください。',
      readAgainRow,
    ],
    call: `${lineProvider}に、使うプロキシと時刻サーバーの名前を尋ねてください。`,
    words: ['proxy.healthcare-on-demand.jp', 'ntp.healthcare-on-demand.jp', 'IPsec', 'healthcare-on-demand', '設定'],
  },
  {
    id: 'network-line-auth',
    title: 'IP-VPN の回線認証が切れている',
    see: [
      '端末: IP-VPN の回線で、接続先につながりません。',
      'ルーターの交換や回線の工事のあとに起きることがあります(未確認)。',
    ],
    why: 'IP-VPN の回線は www.lineauth.mnw での回線認証が要ります。IPv6 の番号(プレフィックス)が変わると、認証のやり直しが要ります。',
    do: [
      '最近、工事やルーターの交換があったか確かめてください。',
      leaveRouter,
      '業者に「回線認証のやり直し」を頼んでください。',
      '認証のあと、この画面で「r」キーを押してください。',
    ],
    call: `${lineProvider}に連絡してください。受付ができないなら${vendor}にも連絡してください。`,
    words: [
      'www.lineauth.mnw',
      'lineauth',
      '回線認証',
      'かいせんにんしょう',
      'IP-VPN',
      'IPv6',
      'プレフィックス',
      '工事',
    ],
  },
];
