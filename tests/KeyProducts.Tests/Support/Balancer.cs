using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace KeyProducts.Tests.Support;

/// <summary>An nginx of the tests' own in front of several programs: each request goes to the next of them.</summary>
internal sealed class Balancer : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("keyproducts-nginx-").FullName;
    private readonly int port = AppProcess.FreePort();
    private Process? process;

    /// <summary>Where visitors come to.</summary>
    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));

    /// <summary>Which program gave an answer, as "127.0.0.1:41234": the last that was asked, after those that took no connection; null when none was.</summary>
    public static string? ProgramOf(HttpResponseMessage answer) => answer.Headers.TryGetValues("X-Program", out var asked) ? string.Join(',', asked).Split(',')[^1].Trim() : null;

    /// <summary>Starts it; it takes connections when this returns.</summary>
    public async Task StartAsync(IEnumerable<AppProcess> programs)
    {
        var servers = string.Join(' ', programs.Select(program => $"server {new Uri(program.Address).Authority} max_fails=1 fail_timeout=2s;"));
        var path = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(path, string.Create(CultureInfo.InvariantCulture, $$"""
            daemon off; master_process off; worker_processes 1; pid {{folder}}/pid; error_log {{folder}}/errors;
            events { }
            http {
              access_log off; client_max_body_size 512m;
              client_body_temp_path {{folder}}/body; proxy_temp_path {{folder}}/proxy; fastcgi_temp_path {{folder}}/a; uwsgi_temp_path {{folder}}/b; scgi_temp_path {{folder}}/c;
              upstream programs { {{servers}} }
              server {
                listen 127.0.0.1:{{port}};
                location / {
                  proxy_pass http://programs; proxy_http_version 1.1; proxy_set_header Connection "";
                  proxy_set_header Host $http_host; proxy_set_header X-Forwarded-For $remote_addr; proxy_set_header X-Forwarded-Proto $scheme;
                  proxy_connect_timeout 1s; add_header X-Program $upstream_addr always;
                }
              }
            }
            """));
        process = Process.Start(new ProcessStartInfo(InstalledTool.Nginx.Path, ["-p", folder, "-c", path]))!;
        for (var tries = 0; ; tries++)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync("127.0.0.1", port);
                return;
            }
            catch (SocketException) when (tries < 200 && !process.HasExited)
            {
                await Task.Delay(50);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }
}
