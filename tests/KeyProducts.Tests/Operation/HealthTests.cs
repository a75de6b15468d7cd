using System.Net;
using KeyProducts.Tests.Support;

namespace KeyProducts.Tests.Operation;

/// <summary>What a proxy and a monitor are told.</summary>
public sealed class HealthTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_program_that_does_its_work_is_live_and_ready_and_says_no_more_than_that()
    {
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync("/health/live"));
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync("/health/ready"));
    }

    [Fact]
    public async Task A_data_folder_that_takes_no_file_makes_it_live_and_not_ready()
    {
        await AskAsync("/health/live");
        Directory.Move(app.Folder, app.Folder + "-away");
        try
        {
            Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync("/health/live"));
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), await AskAsync("/health/ready"));
        }
        finally
        {
            Directory.Move(app.Folder + "-away", app.Folder);
        }

        Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync("/health/ready"));
        Assert.Empty(Directory.GetFiles(app.Folder, "probe-*"));
    }

    private async Task<(HttpStatusCode Status, string Said)> AskAsync(string address)
    {
        using var answer = await app.CreateClient().GetAsync(address);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
