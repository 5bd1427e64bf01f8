// The program of a page that holds its data.
import { start } from "./main";

start(() => null);
