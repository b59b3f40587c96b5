namespace BenchWorker.IntegrationTests;

/// <summary>The files and command lines of a Ceph of one monitor, one storage daemon in memory and one gateway.</summary>
internal sealed class CephFolder(string folder, int monitorPort, int gatewayPort)
{
    private readonly string identity = Guid.NewGuid().ToString();

    public string Configuration => Path.Combine(folder, "ceph.conf");

    public string ConfigurationText => FormattableString.Invariant($"""
        [global]
        fsid = {identity}
        mon host = [v2:127.0.0.1:{monitorPort}/0]
        run dir = {folder}
        admin socket =
        log file = {folder}/$name.log
        pid file =
        keyring = {Keys}
        auth cluster required = cephx
        auth service required = cephx
        auth client required = cephx
        osd pool default size = 1
        osd pool default min size = 1
        osd pool default pg num = 1
        osd pool default pgp num = 1
        osd crush chooseleaf type = 0
        mon allow pool size one = true
        mon warn on pool no redundancy = false
        mon max pg per osd = 1000
        mon osd full ratio = 0.99
        mon data avail crit = 1
        osd objectstore = memstore
        memstore device bytes = 1073741824
        ms bind ipv6 = false
        public addr = 127.0.0.1
        [mon.a]
        mon data = {folder}/mon
        [osd.0]
        osd data = {folder}/osd
        [client.rgw]
        rgw frontends = beast endpoint=127.0.0.1:{gatewayPort}
        rgw data = {folder}/rgw

        """);

    public string[] MakeMonitor => ["ceph-mon", "-c", Configuration, "--mkfs", "-i", "a", "--monmap", In("monmap"), "--osdmap", In("osdmap"), "--keyring", Keys];

    public string[] Monitor => ["ceph-mon", "-c", Configuration, "-f", "-i", "a"];

    public string[] MakeStorage => ["ceph-osd", "-c", Configuration, "--mkfs", "-i", "0", "--osd-uuid", Guid.NewGuid().ToString(), "--no-mon-config"];

    public string[] Storage => ["ceph-osd", "-c", Configuration, "-f", "-i", "0"];

    public string[] Gateway => ["radosgw", "-c", Configuration, "-f", "-n", "client.rgw"];

    private string Keys => In("keyring");

    public string[] User(string access, string secret) =>
        ["radosgw-admin", "-c", Configuration, "-n", "client.rgw", "user", "create", "--uid=bench", "--display-name=bench", $"--access-key={access}", $"--secret={secret}"];

    public string Log(string server) => In(server + ".out");

    public IEnumerable<string[]> Preparation()
    {
        foreach (string name in new[] { "mon", "osd", "rgw" })
            Directory.CreateDirectory(In(name));
        return
        [
            ["ceph-authtool", "--create-keyring", Keys, "--gen-key", "-n", "mon.", "--cap", "mon", "allow *"],
            ["ceph-authtool", Keys, "--gen-key", "-n", "client.admin", "--cap", "mon", "allow *", "--cap", "osd", "allow *"],
            ["ceph-authtool", Keys, "--gen-key", "-n", "client.rgw", "--cap", "mon", "allow *", "--cap", "osd", "allow *"],
            ["ceph-authtool", Keys, "--gen-key", "-n", "osd.0", "--cap", "mon", "allow profile osd", "--cap", "osd", "allow *"],
            ["monmaptool", "--create", "--clobber", "--fsid", identity, "--addv", "a", FormattableString.Invariant($"[v2:127.0.0.1:{monitorPort}/0]"), In("monmap")],
            ["osdmaptool", "--createsimple", "1", "--clobber", In("osdmap")],
        ];
    }

    private string In(string name) => Path.Combine(folder, name);
}
