using BenchWorker.Tests;
using BenchWorker.Tests.Determinism;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

// The entry point that xunit would generate, and a verb for tests that need the same work done by a process with other settings.
if (args is [Digests.Verb])
{
    Digests.Print(Console.Out);
    return 0;
}

return args.Any(static arg => arg is "-automated" or "@@")
    ? await ConsoleRunner.Run(args)
    : await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
