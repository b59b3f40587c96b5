using BenchWorker;

return await CommandLine.RunAsync(args);
