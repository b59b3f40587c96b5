using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests;

public sealed class WorkerHostTests
{
    [Fact]
    public void No_settings_file_is_watched_so_that_no_folder_below_it_is()
    {
        HostApplicationBuilder builder = WorkerHost.CreateBuilder(new Dictionary<string, string?>());

        IConfigurationBuilder configuration = builder.Configuration;
        FileConfigurationSource[] files = [.. configuration.Sources.OfType<FileConfigurationSource>()];
        files.ShouldNotBeEmpty();
        files.ShouldAllBe(static file => !file.ReloadOnChange);
    }
}
