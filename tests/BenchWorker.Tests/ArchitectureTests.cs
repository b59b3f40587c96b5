using System.Reflection;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests;

public sealed class ArchitectureTests
{
    [Theory]
    [InlineData("BenchWorker.Analysis", "")]
    [InlineData("BenchWorker.Figures", "")]
    [InlineData("BenchWorker.Site", "BenchWorker.Analysis BenchWorker.Figures Markdig")]
    public void A_pure_project_references_only_what_the_house_allows(string project, string allowed)
    {
        IEnumerable<string?> references = Assembly.Load(project).GetReferencedAssemblies()
            .Select(reference => reference.Name)
            .Where(name => name is not null && !name.StartsWith("System", StringComparison.Ordinal) && name is not "netstandard");

        references.ShouldBeSubsetOf(allowed.Split(' '));
    }
}
