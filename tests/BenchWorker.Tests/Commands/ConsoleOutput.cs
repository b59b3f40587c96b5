using Xunit;

namespace BenchWorker.Tests.Commands;

/// <summary>Tests that read what a command prints; they run alone, because the console is one for the whole process.</summary>
[CollectionDefinition(nameof(ConsoleOutput), DisableParallelization = true)]
public sealed class ConsoleOutput;
