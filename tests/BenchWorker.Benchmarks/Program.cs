using System.Reflection;
using BenchmarkDotNet.Running;
using BenchWorker.Benchmarks;

if (args is ["import", .. var files])
    await ImportBenchmark.RunAsync(files, CancellationToken.None);
else if (args is ["findings"])
    FindingsBenchmark.Run();
else if (args is ["figures"])
    FigureBenchmark.Run();
else if (args is [FigureMemory.Verb, var size])
    FigureMemory.Draw(int.Parse(size, System.Globalization.CultureInfo.InvariantCulture));
else
    BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);
