using System.Reflection;
using BenchmarkDotNet.Running;
using BenchWorker.Benchmarks;

if (args is ["import", .. var files])
    await ImportBenchmark.RunAsync(files, CancellationToken.None);
else
    BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);
