import { caller, text, type Handler } from '../call.js';
import { numberOf } from '../world/made-up.js';

const carriers = ['China Unicom', 'China Telecom', 'China Mobile'] as const;

const dataFree: Handler = (call) => {
  const player = caller(call);
  return {
    freeFlowInfo: {
      ipList: 'game.example.com',
      isFree: player.dataFree ? 1 : 0,
      // enum FreeFlowCarrier
      ccType: numberOf(`${call.world.seed}:${player.openid}:carrier`, carriers.length),
      ltList: 'lt.game.example.com',
      dxList: 'dx.game.example.com',
      ydList: 'yd.game.example.com',
      expire: 3600,
    },
  };
};

/** Where an address is: the same for the same address. */
const location: Handler = (call) => {
  const player = caller(call);
  const carrier = numberOf(`${call.world.seed}:${text(call, 'ip')}`, carriers.length);
  return {
    data: {
      apn: 'unknown',
      city: player.city,
      country: 'China',
      district: 'Nanshan District',
      extend: 'unknown',
      nettype: 'unknown',
      oper: carriers[carrier] ?? '',
      province: player.province,
    },
  };
};

/** The calls about data-free traffic. */
export const freeflowHandlers: Readonly<Record<string, Handler>> = {
  '/freeflow/getinfo': dataFree,
  '/freeflow/get_ccinfo': location,
};
