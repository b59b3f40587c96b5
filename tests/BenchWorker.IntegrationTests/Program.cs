namespace BenchWorker.IntegrationTests;

/// <summary>Runs the tests; or, when a test starts this program again, a publisher that the test then kills.</summary>
public static class Program
{
    public static Task<int> Main(string[] args) => args is [PublishingProcess.Verb, .. var place]
        ? PublishingProcess.RunAsync(place)
        : Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
}
