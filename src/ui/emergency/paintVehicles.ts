import type { Palette } from '../../charts/index.ts';
import { vehicleAt, VEHICLE_DOES, type VehicleDoes } from '../../results/index.ts';
import type { EmergencyDay } from '../../store/index.ts';
import type { LngLat } from '../../units/index.ts';

/** What a vehicle on the road or at work does; those that stand by are the stations' own numbers. */
export const SHOWN_DOES: readonly VehicleDoes[] = VEHICLE_DOES.filter((does) => does !== 'away' && does !== 'standing');

/** Vehicles by what they do at an hour. */
export function vehiclesAt({ trace, byVehicle }: EmergencyDay, hour: number): { readonly does: VehicleDoes; readonly at: LngLat }[] {
  return byVehicle.map((missions, vehicle) => vehicleAt(trace, missions, vehicle, hour)).filter(({ does }) => SHOWN_DOES.includes(does));
}

const SIZE = 6;

/** A vehicle: a triangle to the patient, a square with him, a disc on the way to hospital and there, a ring on the way home. */
export function paintVehicle(context: CanvasRenderingContext2D, does: VehicleDoes, x: number, y: number, palette: Palette): void {
  context.beginPath();
  if (does === 'turningOut' || does === 'toPatient') {
    context.moveTo(x, y - SIZE * 1.25);
    context.lineTo(x + SIZE * 1.15, y + SIZE);
    context.lineTo(x - SIZE * 1.15, y + SIZE);
    context.closePath();
  } else if (does === 'atPatient') context.rect(x - SIZE, y - SIZE, 2 * SIZE, 2 * SIZE);
  else context.arc(x, y, SIZE, 0, 2 * Math.PI);
  const isHome = does === 'returning';
  context.fillStyle = isHome ? palette.paper : does === 'toHospital' || does === 'atHospital' ? palette.resulted : palette.breach;
  context.fill();
  context.lineWidth = isHome ? 2.4 : 1.6;
  context.strokeStyle = palette.ink;
  context.stroke();
}
