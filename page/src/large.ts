// The program of a page that reads the Parquet files of its release by ranges.
import { start } from "./main";
import { ParquetLibrary } from "./parquet";

start((data) => (data.library ? new ParquetLibrary(data) : null));
