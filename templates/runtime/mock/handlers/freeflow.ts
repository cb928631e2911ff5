import { caller, text, type Handler } from '../call.js';
import { numberOf, oneOf } from '../world/made-up.js';

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

const cities = ['Shenzhen', 'Guangzhou', 'Zhongshan'] as const;

/** Where an address is: the same for the same address. */
const location: Handler = (call) => {
  const by = `${call.world.seed}:${text(call, 'ip')}`;
  return {
    data: {
      apn: 'unknown',
      city: oneOf(`${by}:city`, cities),
      country: 'China',
      district: 'unknown',
      extend: 'unknown',
      nettype: 'unknown',
      oper: oneOf(by, carriers),
      province: 'Guangdong',
    },
  };
};

/** The calls about data-free traffic. */
export const freeflowHandlers: Readonly<Record<string, Handler>> = {
  '/freeflow/getinfo': dataFree,
  '/freeflow/get_ccinfo': location,
};
