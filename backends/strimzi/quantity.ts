export { quantity } from '../../render/quantity';
