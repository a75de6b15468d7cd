using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace KeyProducts.Tests.Support;

/// <summary>
/// Each program that a test starts would watch its settings and style sheets until long after it is gone, and be kept in memory by that; hundreds of
/// them are more than a machine allows one user. Here nothing is watched.
/// </summary>
internal sealed class FileWatching : IStartupFilter
{
    [ModuleInitializer]
    internal static void Off()
    {
        Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "1");
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        var site = app.ApplicationServices.GetRequiredService<IWebHostEnvironment>();
        site.WebRootFileProvider = new Unwatched(site.WebRootFileProvider);
        next(app);
    };

    private sealed class Unwatched(IFileProvider files) : IFileProvider
    {
        public IDirectoryContents GetDirectoryContents(string subpath) => files.GetDirectoryContents(subpath);

        public IFileInfo GetFileInfo(string subpath) => files.GetFileInfo(subpath);

        public IChangeToken Watch(string filter) => NullChangeToken.Singleton;
    }
}
