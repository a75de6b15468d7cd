using System.Globalization;
using System.Text;
using KeyProducts.Benchmarks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

[assembly: HostingStartup(typeof(PlainTextStartup))]

namespace KeyProducts.Benchmarks
{
    /// <summary>Puts <see cref="PlainText"/> before everything of the program, in a process of its own too.</summary>
    internal sealed class PlainTextStartup : IHostingStartup
    {
        public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services => services.AddTransient<IStartupFilter, PlainText>());
    }

    /// <summary>The least that a server can do: bytes from memory, before anything of the program. It also tells how much memory is used.</summary>
    internal sealed class PlainText : IStartupFilter
    {
        /// <summary>Where it is; "?size=" says how many bytes.</summary>
        public const string Address = "/plain-text";

        /// <summary>What the runtime holds for objects, in bytes, after the last collection.</summary>
        public const string Heap = "/plain-text/heap";

        private static readonly Dictionary<int, byte[]> Texts = [];

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, further) => context.Request.Path.Value switch
            {
                Address => AnswerAsync(context, Text(int.Parse(context.Request.Query["size"].ToString(), CultureInfo.InvariantCulture))),
                Heap => AnswerAsync(context, Encoding.ASCII.GetBytes(GC.GetGCMemoryInfo(GCKind.Any).HeapSizeBytes.ToString(CultureInfo.InvariantCulture))),
                _ => further(context),
            });
            next(app);
        };

        private static Task AnswerAsync(HttpContext context, byte[] text)
        {
            context.Response.ContentType = "text/plain";
            context.Response.ContentLength = text.Length;
            return context.Response.Body.WriteAsync(text, 0, text.Length);
        }

        private static byte[] Text(int size)
        {
            lock (Texts)
            {
                if (!Texts.TryGetValue(size, out var text))
                {
                    Texts[size] = text = Encoding.ASCII.GetBytes(new string('a', size));
                }

                return text;
            }
        }
    }
}

/// <summary>What .NET calls before the program, where a process was told to: it has then loaded this assembly, and the server finds <see cref="PlainTextStartup"/> in it.</summary>
internal static class StartupHook
{
    public static void Initialize()
    {
    }
}
