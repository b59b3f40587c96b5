namespace BenchWorker.IntegrationTests;

/// <summary>What the project ships for whoever installs it.</summary>
internal static class DeployFile
{
    public static Task<string> ReadAsync(string name)
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "BenchWorker.sln"))) at = at.Parent;
        return File.ReadAllTextAsync(Path.Combine(at?.FullName ?? throw new DirectoryNotFoundException("The tests run outside the project's folder."), "deploy", name));
    }
}
