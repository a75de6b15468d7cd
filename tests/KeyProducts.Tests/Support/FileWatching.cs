using System.Runtime.CompilerServices;

namespace KeyProducts.Tests.Support;

/// <summary>
/// Each program that a test starts would watch its settings and style sheets through the operating system until long after it is gone;
/// hundreds of them are more than a machine allows one user. They look at the files from time to time instead.
/// </summary>
internal static class FileWatching
{
    [ModuleInitializer]
    internal static void ByPolling() => Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "1");
}
